import { describe, expect, test } from 'vitest'
import type { Label, LabelledRepository } from '../../scripts/labels.ts'
import { precision, recall, score, total, type Flag } from '../../scripts/score.ts'

function label(line: number, verdict: string, more: Partial<Label> = {}): Label {
  return { file: 'src/db.ts', line, kind: 'resource', what: 'pg.Pool', verdict, why: '', ...more }
}

function flag(line: number, more: Partial<Flag> = {}): Flag {
  return { rule: 'require-cleanup', file: 'src/db.ts', line, message: '', ...more }
}

function repository(labels: readonly Label[], unlabelled: readonly string[] = []): LabelledRepository {
  return { repo: 'owner/name', commit: '', roots: ['.'], labels, unlabelled }
}

describe('the score of a repository', () => {
  test('knows what was rightly and wrongly flagged, and what was rightly and wrongly not', () => {
    const labels = [label(10, 'missing'), label(20, 'leak-on-error'), label(30, 'released'), label(40, 'escapes')]
    const { right, missed, alarms, quiet } = score(repository(labels), [flag(10), flag(30)])
    expect([right, missed, alarms, quiet].map(([one]) => one?.line)).toEqual([10, 20, 30, 40])
  })

  test('forgives a line, and knows the other lines of a label', () => {
    const labels = [label(10, 'missing', { also_lines: [50] })]
    const hits = [9, 11, 49, 51].map((line) => score(repository(labels), [flag(line)]).right.length)
    const misses = [8, 12, 48].map((line) => score(repository(labels), [flag(line)]).right.length)
    expect([hits, misses]).toEqual([
      [1, 1, 1, 1],
      [0, 0, 0],
    ])
  })

  test('counts a finding where no label is, and not one where an unsure label is', () => {
    const { unlabelled, right, missed } = score(repository([label(10, 'missing', { sure: false })]), [
      flag(10),
      flag(90),
    ])
    expect(unlabelled.map(({ line }) => line)).toEqual([90])
    expect([...right, ...missed]).toEqual([])
  })

  test('leaves out the files that nobody has labelled', () => {
    const flags = [flag(1, { file: 'ui/src/app.ts' }), flag(1, { file: 'build.ts' }), flag(1, { file: 'src/app.ts' })]
    const { unlabelled } = score(repository([], ['ui/**', 'build.ts']), flags)
    expect(unlabelled.map(({ file }) => file)).toEqual(['src/app.ts'])
  })

  test('takes what is said of handlers for no claim about an acquisition', () => {
    const labels = [label(10, 'missing'), label(20, 'no-exit', { kind: 'handler', what: 'process.on(SIGTERM)' })]
    const { right, unlabelled, handlersFound } = score(repository(labels), [flag(10, { rule: 'require-exit' })])
    expect({ right, unlabelled }).toEqual({ right: [], unlabelled: [] })
    expect(handlersFound).toHaveLength(1)
  })

  test('finds a handler by anything that is said within its body', () => {
    const handler = label(20, 'wrong-order', { kind: 'handler', what: 'process.on(SIGTERM)' })
    const found = [5, 35].map((line) => score(repository([handler]), [flag(line, { rule: 'cleanup-order' })]))
    const missed = [4, 36].map((line) => score(repository([handler]), [flag(line, { rule: 'cleanup-order' })]))
    expect(found.map(({ handlersFound }) => handlersFound.length)).toEqual([1, 1])
    expect(missed.map(({ handlersMissed }) => handlersMissed.length)).toEqual([1, 1])
  })

  test('becomes precision, in which what nobody has labelled is wrong, and recall', () => {
    const one = score(repository([label(10, 'missing'), label(20, 'missing'), label(30, 'released')]), [
      flag(10),
      flag(30),
    ])
    const other = score(repository([label(10, 'unreachable')]), [flag(10), flag(90)])
    const all = total([one, other])
    expect([precision(one), recall(one)]).toEqual([1 / 2, 1 / 2])
    expect([precision(all), recall(all)]).toEqual([2 / 4, 2 / 3])
    expect(precision(score(repository([]), []))).toBeNaN()
  })
})
