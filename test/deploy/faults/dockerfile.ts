import { constants } from 'node:os'
import { DockerfileParser, type Instruction, type JSONInstruction } from 'dockerfile-ast'

const PACKAGE_MANAGERS = /^(npm|npx|pnpm|pnpx|yarn|yarnpkg|bun|corepack)$/
const INSTRUCTIONS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'

/** What is wrong with the image of a service that has to hear its stop signal. */
export function dockerfileFaults(text: string): string[] {
  const stages = stagesOf(DockerfileParser.parse(text).getInstructions())
  const last = stages.at(-1) ?? []
  const faults: string[] = []
  for (const { keyword } of stages.flat()) {
    if (!INSTRUCTIONS.split(' ').includes(keyword)) faults.push(`unknown instruction ${keyword}`)
  }
  if (stages.length < 2) faults.push('a single stage')
  return [...faults, ...commandFaults(last), ...lastStageFaults(last), ...dependencyFaults(stages)]
}

function commandFaults(last: Line[]): string[] {
  const commands = last.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')
  if (commands.length !== 1) return [`expected one CMD, found ${commands.length}`]
  const [program] = commands.flatMap(({ strings }) => strings)
  if (program === undefined) return ['CMD in shell form: the shell is PID 1']
  if (PACKAGE_MANAGERS.test(program)) return [`${program} is PID 1`]
  if (program !== 'node') return [`PID 1 is ${program}, not node`]
  return []
}

function lastStageFaults(last: Line[]): string[] {
  const faults: string[] = []
  const user = last.findLast(({ keyword }) => keyword === 'USER')?.text
  if (user === undefined || /^(root|0)(:|$)/.test(user)) faults.push(`runs as ${user ?? 'root'}`)
  const signal = last.findLast(({ keyword }) => keyword === 'STOPSIGNAL')?.text
  if (signal === undefined || !(signal in constants.signals)) faults.push(`STOPSIGNAL is ${signal ?? 'not given'}`)
  if (!last.some(({ keyword, text }) => keyword === 'ENV' && text === 'NODE_ENV=production'))
    faults.push('NODE_ENV is not production')
  return faults
}

function dependencyFaults(stages: Line[][]): string[] {
  const faults: string[] = []
  for (const { keyword, text } of stages.flat()) {
    const installs = keyword === 'RUN' && /\b(npm (ci|i|install)|(pnpm|yarn) install)\b(?! --global)/.test(text)
    if (installs && !/--omit=dev|--prod\b|--production\b/.test(text)) faults.push(`installs devDependencies: ${text}`)
    if (installs && !/npm ci|--frozen-lockfile/.test(text)) faults.push(`installs without the lock file: ${text}`)
  }
  return faults
}

interface Line {
  readonly keyword: string
  readonly text: string
  /** The strings of the exec form. */
  readonly strings: readonly string[]
}

function stagesOf(instructions: Instruction[]): Line[][] {
  const stages: Line[][] = []
  for (const instruction of instructions) {
    if (instruction.getKeyword() === 'FROM') stages.push([])
    stages.at(-1)?.push({
      keyword: instruction.getKeyword(),
      text: instruction.getArgumentsContent() ?? '',
      strings: isJson(instruction) ? instruction.getJSONStrings().map((string) => string.getJSONValue()) : [],
    })
  }
  return stages
}

function isJson(instruction: Instruction): instruction is JSONInstruction {
  return 'getJSONStrings' in instruction
}
