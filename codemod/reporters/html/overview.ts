import type { ProgramStory } from '../../../analysis/index.ts'
import type { Reported, ToldReport } from '../../report.ts'
import { REPORTED_RULES } from '../../rules.ts'
import { markup, type Markup } from './markup.ts'
import { count, totalsOf } from './numbers.ts'

/** The whole report in figures. */
export function overview({ programs, findings, suppressed, read, unreadable }: ToldReport): Markup {
  const { services, held, left, released } = totalsOf(programs)
  const likely = findings.filter(({ confidence }) => confidence === 'likely').length
  return markup`<dl class="tiles">
    ${tile('Services', services, others(programs))}
    ${tile('Resources held', held, 'until the process is told to stop')}
    ${tile('Released', released, 'on SIGTERM and on SIGINT', 'good')}
    ${tile('Not released', left, 'on one signal, or on both', left > 0 ? 'bad' : 'good')}
    ${tile('Findings', findings.length, [`${findings.length - likely} certain, ${likely} likely`, ...(suppressed > 0 ? [`${suppressed} suppressed`] : [])].join(', '), findings.length > 0 ? 'bad' : 'good')}
    ${tile('Files read', read, unreadable.length > 0 ? `${unreadable.length} could not be read` : 'all of them', unreadable.length > 0 ? 'bad' : undefined)}
  </dl>
  ${findings.length > 0 && rules(findings)}`
}

function others(programs: readonly ProgramStory[]): string {
  const scripts = programs.filter(({ kind }) => kind === 'one-shot').length
  const threads = programs.filter(({ kind }) => kind === 'thread').length
  const parts = [scripts > 0 && count(scripts, 'script'), threads > 0 && count(threads, 'thread')].filter(Boolean)
  return parts.length === 0 ? 'and no other program' : `and ${parts.join(', ')} besides`
}

function tile(title: string, value: number, note: string, kind?: 'good' | 'bad'): Markup {
  return markup`<div class="tile ${kind}"><dt>${title}</dt><dd><strong>${value}</strong> <span>${note}</span></dd></div>`
}

function rules(findings: readonly Reported[]): Markup {
  const most = Math.max(...rulesOf(findings).map(([, own]) => own.length))
  return markup`<ul class="rules" aria-label="Findings by rule">
    ${rulesOf(findings).map(
      ([rule, own]) => markup`<li><a href="#${rule}"><span class="rule">${rule}</span>
      <svg class="share" aria-hidden="true" focusable="false"><rect width="${Math.round((own.length / most) * 100)}%" height="100%" rx="3" /></svg>
      <span class="number">${own.length}</span></a></li>`,
    )}
  </ul>`
}

/** The findings by their rules, in the order of these. */
export function rulesOf(findings: readonly Reported[]): [string, Reported[]][] {
  const names = Object.keys(REPORTED_RULES)
  return [...Map.groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))
}
