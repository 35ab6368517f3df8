import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { InstallError } from './install-error.ts'
import { UsageError } from './usage-error.ts'

// Windows starts a package manager through a shell only.
const shell = process.platform === 'win32'

/** Throws where the package manager is not on this machine, before anything is written. */
export function assertPackageManager(packageManager: string): void {
  const { error, status } = spawnSync(packageManager, ['--version'], { shell })
  if (error === undefined && status === 0) return
  throw new UsageError(
    `${packageManager} can't be started: install it, choose another with --package-manager, or add --skip-install.`,
  )
}

/** Installs the packages of a service with its own package manager, on this terminal. */
export async function installPackages(packageManager: string, directory: string, toRepeat: string): Promise<void> {
  const child = spawn(packageManager, ['install'], { cwd: directory, stdio: 'inherit', shell })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code === 0) return
  throw new InstallError(
    `${packageManager} install ended with ${signal ?? `exit code ${code ?? 'unknown'}`}. The files are written: once it can work, run ${toRepeat}`,
  )
}
