/** A line of a systemd unit; `start` and `end` are those of the whole line. */
export interface Setting {
  readonly key: string
  readonly value: string
  readonly start: number
  readonly valueStart: number
  readonly end: number
}

// https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html

/** What the section [Service] of a unit says. */
export function readUnit(text: string): readonly Setting[] {
  const settings: Setting[] = []
  let section = ''
  for (const { 0: written, index } of text.matchAll(/^(?:[^\n]*\\\r?\n)*[^\n]*/gm)) {
    const line = written.trimEnd()
    const [, name] = /^\s*\[(\w+)\]/.exec(line) ?? []
    if (name !== undefined) section = name
    const [, indent = '', key, space = '', value = ''] = /^(\s*)(\w+)(\s*=\s*)([^]*)$/.exec(line) ?? []
    if (section !== 'Service' || key === undefined) continue
    const start = index + indent.length
    settings.push({
      key,
      value: value.replaceAll(/\\\r?\n\s*/g, ' ').trim(),
      start,
      valueStart: start + key.length + space.length,
      end: index + line.length,
    })
  }
  return settings
}
