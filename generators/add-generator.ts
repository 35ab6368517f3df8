import type Generator from 'yeoman-generator'
import { assertRequirements } from './answers.ts'
import { choicesQuestion, hasTerminal, readAnswered } from './ask.ts'
import { attempt } from './attempt.ts'
import { splitYeomanOptions } from './command-line.ts'
import type { Command } from './commands.ts'
import { describeText } from './describe.ts'
import type { Change, Existing } from './draft.ts'
import { readGiven, type Given } from './given.ts'
import { helpText } from './help.ts'
import { assertPackageManager, installPackages } from './install.ts'
import { loadScaffold, type Scaffold } from './load-scaffold.ts'
import { installCommand } from './next-steps.ts'
import { readChoices, type Answers } from './options.ts'
import { ScaffoldGenerator } from './scaffold-generator.ts'
import { findService, type SavedService } from './service-file.ts'
import { existingIn } from './target.ts'
import type { Templates } from './templates.ts'
import { UsageError } from './usage-error.ts'
import { writeChanges } from './write-changes.ts'

/** What the two generators that add to a service don't share. */
export interface Addition {
  readonly id: 'resource' | 'deploy'
  /** The answer that grows. */
  readonly grows: 'resources' | 'deploy'
  readonly question: string
  readonly plan: (
    answers: Answers,
    ids: readonly string[],
    templates: Templates,
    existing: Existing,
    force: boolean,
  ) => Change[]
}

/** The generator that adds to a service made before. Nothing is written before all of it is planned. */
export function defineAddGenerator(
  addition: Addition,
): new (args: string[], options: Generator['options']) => Generator {
  return class AddGenerator extends ScaffoldGenerator {
    readonly #scaffold: Scaffold = loadScaffold()
    readonly #command: Command = this.#scaffold.commands[addition.id]
    #given: Given | undefined
    #service: SavedService | undefined
    #ids: readonly string[] = []
    #changes: Change[] = []

    override help(): string {
      return helpText(this.#command)
    }

    initializing(): Promise<void> {
      return attempt(this, () => {
        const given = readGiven(splitYeomanOptions(this._args, this.options), this.#command)
        if (given.switches.help || given.switches.describe) {
          console.log(given.switches.help ? this.help() : describeText(this.#command))
          return
        }
        const { options } = this.#scaffold
        this.#ids = readChoices(given.words, options[addition.grows].choices, addition.id)
        this.#service = findService(this.env.cwd, options)
        this.destinationRoot(this.#service.directory)
        this.#given = given
      })
    }

    prompting(): Promise<void> {
      return attempt(this, async () => {
        if (this.#given === undefined || this.#service === undefined || this.#ids.length > 0) return
        const here = this.#service.answers[addition.grows]
        const choices = this.#scaffold.options[addition.grows].choices.filter(({ id }) => !here.includes(id))
        if (choices.length === 0) throw new UsageError(`The service has every ${addition.id} there is.`)
        if (!hasTerminal()) {
          const ids = choices.map(({ id }) => id).join(', ')
          throw new UsageError(
            `No terminal to ask on, and no ID: run ${this.#command.calls[0] ?? ''} ID, one of ${ids}`,
          )
        }
        const answered = await this.env.adapter.prompt([choicesQuestion(addition.grows, addition.question, choices)])
        this.#ids = readAnswered(this.#scaffold.options, answered)[addition.grows] ?? []
      })
    }

    configuring(): Promise<void> {
      return attempt(this, () => {
        if (this.#given === undefined || this.#service === undefined) return
        const { options, templates } = this.#scaffold
        const { answers, directory } = this.#service
        const { skipInstall, dryRun, force } = this.#given.switches
        const all = [...answers[addition.grows], ...this.#ids]
        assertRequirements(all, options[addition.grows].choices, (missing) =>
          [this.#command.calls[0], ...missing, ...this.#ids].join(' '),
        )
        this.#changes = addition.plan(answers, this.#ids, templates, existingIn(directory), force)
        if (!skipInstall && !dryRun && this.#hasNewPackages()) assertPackageManager(answers.packageManager)
      })
    }

    writing(): void {
      if (this.#given !== undefined) writeChanges(this, this.#changes, this.#given.switches.dryRun)
    }

    install(): Promise<void> {
      return attempt(this, async () => {
        if (this.#given === undefined || this.#service === undefined || !this.#hasNewPackages()) return
        const { skipInstall, dryRun } = this.#given.switches
        const { answers, directory } = this.#service
        const command = installCommand(directory, answers.packageManager)
        if (dryRun) return
        if (skipInstall) this.log(`\nNew packages are needed: ${command}`)
        else await installPackages(answers.packageManager, directory, command)
      })
    }

    end(): void {
      if (this.#given === undefined || this.#service === undefined) return
      const { packageManager } = this.#service.answers
      const ids = this.#ids.join(', ')
      if (this.#changes.length === 0) this.log(`Nothing to add: the service has ${ids} already.`)
      else if (this.#given.switches.dryRun) this.log('\nNothing was written: this was a dry run.')
      else this.log(`\nAdded ${ids}. Next: ${packageManager} test`)
    }

    #hasNewPackages(): boolean {
      return this.#changes.some(({ path }) => path === 'package.json')
    }
  }
}
