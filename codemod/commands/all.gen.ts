// Written by scripts/generate.ts.
import type { Command } from '../command-line/command.ts'
import check from './check.ts'

export const COMMANDS: readonly Command[] = [check]
