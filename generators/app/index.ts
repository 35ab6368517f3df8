import { resolve } from 'node:path'
import type Generator from 'yeoman-generator'
import { assertRequirements, withDatabase, withDefaults } from '../answers.ts'
import { assertAnswered, hasTerminal, openQuestions, readAnswered } from '../ask.ts'
import { attempt } from '../attempt.ts'
import { calledAs } from '../called-as.ts'
import { splitYeomanOptions } from '../command-line.ts'
import { describeText } from '../describe.ts'
import type { Change } from '../draft.ts'
import { readGiven, type Given } from '../given.ts'
import { helpText } from '../help.ts'
import { assertPackageManager, installPackages } from '../install.ts'
import { linkPlugin } from '../link-plugin.ts'
import { loadScaffold } from '../load-scaffold.ts'
import { installCommand, nextSteps } from '../next-steps.ts'
import type { Answers } from '../options.ts'
import { planService } from '../plan-service.ts'
import { reproduceCommand } from '../reproduce-command.ts'
import { readSavedAnswers } from '../service-file.ts'
import { ScaffoldGenerator } from '../scaffold-generator.ts'
import { assertTarget, existingIn } from '../target.ts'
import { writeChanges } from '../write-changes.ts'

/** `yo graceful-service [DIR]`: a new service. Nothing is written before all of it is planned. */
export default class AppGenerator extends ScaffoldGenerator {
  readonly #scaffold = loadScaffold()
  readonly #call: string
  #given: Given | undefined
  #folder = '.'
  #known: Partial<Answers> = {}
  #answers: Answers | undefined
  #changes: Change[] = []

  constructor(args: string[], options: Generator['options']) {
    super(args, options)
    this.#call = calledAs(options, 'yo graceful-service')
  }

  override help(): string {
    return helpText(this.#scaffold.commands.app)
  }

  initializing(): Promise<void> {
    return attempt(this, () => {
      const { options, commands } = this.#scaffold
      const given = readGiven(splitYeomanOptions(this._args, this.options), commands.app)
      if (given.switches.help || given.switches.describe) {
        console.log(given.switches.help ? this.help() : describeText(commands.app))
        return
      }
      this.#folder = given.words[0] ?? '.'
      const directory = resolve(this.env.cwd, this.#folder)
      assertTarget(directory, given.switches.force, this.#call)
      this.destinationRoot(directory)
      const saved = { ...readSavedAnswers(directory, options), ...given.answers }
      this.#known = given.switches.defaults ? withDefaults(options, saved, directory) : saved
      this.#given = given
    })
  }

  prompting(): Promise<void> {
    return attempt(this, async () => {
      if (this.#given === undefined) return
      const { options } = this.#scaffold
      const directory = this.destinationPath()
      if (hasTerminal()) {
        const answered = await this.env.adapter.prompt(openQuestions(options, this.#known, directory))
        this.#known = { ...this.#known, ...readAnswered(options, answered) }
      }
      assertAnswered(options, this.#known, { call: this.#call, folder: this.#folder, directory })
    })
  }

  configuring(): Promise<void> {
    return attempt(this, () => {
      if (this.#given === undefined) return
      const { options, templates } = this.#scaffold
      const directory = this.destinationPath()
      const { answers, note } = withDatabase(withDefaults(options, this.#known, directory), templates)
      for (const { id, flag, choices } of [options.resources, options.deploy]) {
        const chosen = answers[id]
        assertRequirements(chosen, choices, (missing) => `--${flag}=${[...missing, ...chosen].join(',')}`)
      }
      const { skipInstall, dryRun } = this.#given.switches
      if (!skipInstall && !dryRun) assertPackageManager(answers.packageManager)
      const linked = linkPlugin(templates, directory, answers.packageManager)
      this.#changes = planService(answers, linked, existingIn(directory))
      this.#answers = answers
      if (note !== undefined) this.log(note)
    })
  }

  writing(): void {
    if (this.#given !== undefined) writeChanges(this, this.#changes, this.#given.switches.dryRun)
  }

  install(): Promise<void> {
    return attempt(this, async () => {
      if (this.#given === undefined || this.#answers === undefined) return
      const { skipInstall, dryRun } = this.#given.switches
      if (skipInstall || dryRun) return
      const { packageManager } = this.#answers
      await installPackages(packageManager, this.destinationPath(), installCommand(this.#folder, packageManager))
    })
  }

  end(): void {
    if (this.#given === undefined || this.#answers === undefined) return
    const { skipInstall, dryRun } = this.#given.switches
    if (dryRun) this.log('\nNothing was written: this was a dry run. To write it:')
    else this.log(nextSteps(this.#folder, this.#answers, !skipInstall))
    this.log(reproduceCommand(this.#call, this.#folder, this.#answers, this.#scaffold.options))
  }
}
