// Written by scripts/generate.ts.
import type { Command } from '../command-line/command.ts'
import check from './check.ts'
import merge from './merge.ts'
import report from './report.ts'

export const COMMANDS: readonly Command[] = [check, merge, report]
