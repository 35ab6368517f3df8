import type { Facts } from './facts/facts.ts'
import type { Unreadable } from './finding.ts'
import { buildWorld } from './graph/build.ts'
import type { Described } from './graph/described.ts'
import type { Unsaved } from './host.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import type { KnownFiles } from './known-files.ts'
import type { LoadedElsewhere } from './neighbourhood.ts'
import { filesCalled } from './queries/files-called.ts'
import { importersIn, isRootIn, type Survey, type Surveyor } from './survey.ts'
import { usersOfDescribed } from './users-of-described.ts'

export interface Investigation {
  readonly inquiry: Inquiry
  readonly survey: Survey
  readonly unreadable: readonly Unreadable[]
  /** How many files were looked at. */
  readonly read: number
}

interface Scope {
  readonly unsaved?: Unsaved | undefined
  /** Where only a part of the tree is looked at: what the rest of it loads. */
  readonly loadedElsewhere?: LoadedElsewhere
}

/** Brings everything together that the verdicts ask. */
export function investigate(
  survey: Survey,
  { resolver, fromRoot }: Surveyor,
  known: KnownFiles,
  described: Described,
  { unsaved, loadedElsewhere }: Scope = {},
): Investigation {
  const { imports } = survey
  const { resolve } = resolver()
  const importersOf = importersIn(imports)
  const roots = [...imports.keys()].filter(isRootIn(survey))
  const unreadable: Unreadable[] = []
  const factsOf = (file: string): Facts | undefined => {
    const facts = known.factsOf(file, unsaved)
    if (!facts || !('why' in facts)) return facts
    unreadable.push(facts)
    return undefined
  }
  const textOf = (file: string): string => known.textOf(file, unsaved) ?? ''
  const world = buildWorld(
    {
      first: [...new Set([...firstFiles(survey), ...usersOfDescribed(survey, textOf)])],
      factsOf,
      isRelevant: (file) => known.scanOf(file, unsaved).isRelevant,
      resolve,
      alsoNeeded: (world) => filesCalled(world, { roots, importersOf, textOf }),
    },
    described,
  )
  return {
    inquiry: inquire(
      world,
      { ...survey, importersOf, fromRoot, loadedElsewhere: loadedElsewhere ?? (() => false) },
      textOf,
    ),
    survey,
    unreadable,
    read: imports.size,
  }
}

/** The files that are read whatever is found in others. */
export function firstFiles(survey: Survey): ReadonlySet<string> {
  return new Set([...survey.relevant, ...[...survey.imports.keys()].filter(isRootIn(survey))])
}
