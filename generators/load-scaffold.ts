import { defineCommands, type Commands } from './commands.ts'
import { defineOptions, type Options } from './options.ts'
import { readTemplates, type Templates } from './templates.ts'

export interface Scaffold {
  readonly templates: Templates
  readonly options: Options
  readonly commands: Commands
}

/** The templates, and all that follows from them. */
export function loadScaffold(): Scaffold {
  const templates = readTemplates()
  const options = defineOptions(templates)
  return { templates, options, commands: defineCommands(options) }
}
