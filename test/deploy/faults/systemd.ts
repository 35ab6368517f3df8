import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

/** What systemd says about a unit. */
export function systemdFaults(name: string, text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'systemd-'))
  try {
    writeFileSync(join(folder, name), text)
    const args = ['verify', '--recursive-errors=no', '--man=no', join(folder, name)]
    const { status, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
    const lines = stderr.split('\n').filter((line) => line !== '')
    return status === 0 || lines.length > 0 ? lines : [`exit code ${status}`]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
