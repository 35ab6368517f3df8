import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { ProgramStory } from '../../../analysis/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Reported, ToldReport } from '../../report.ts'
import { REPORTED_RULES } from '../../rules.ts'
import { shownPath } from '../../shown-path.ts'
import { readAsset } from './assets.ts'
import { findingArticle } from './finding-article.ts'
import { markup, verbatim, type Markup } from './markup.ts'
import { count, totalsOf } from './numbers.ts'
import { overview, rulesOf } from './overview.ts'
import { indexFindings, whereOf } from './places.ts'
import { programSection } from './program-section.ts'

/** As many are shown with their code at once. */
const OPEN_AT_ONCE = 12

/** The report as one page that needs nothing else: no network, no font, no script but its own. */
export function toHtml(report: ToldReport): string {
  const { findings, programs, unreadable } = report
  const findingsAt = indexFindings(findings)
  const services = programs.filter(({ kind }) => kind === 'service')
  const others = programs.filter(({ kind }) => kind !== 'service')
  const name = posix.basename(report.startedIn) || report.startedIn
  const page = markup`<!doctype html>
<html lang="en">
${head(name)}
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header class="top">
  <p class="brand">Graceful service <span>what becomes of it on SIGTERM</span></p>
  <button type="button" class="theme" hidden>Dark</button>
</header>
<main>
  <h1>${name}</h1>
  <p class="headline ${headline(report).kind}">${headline(report).says}</p>
  ${overview(report)}
  ${report.notes.map((each) => markup`<p class="note">${each}</p>`)}
  <section aria-labelledby="programs">
    <h2 id="programs">Programs</h2>
    ${services.length > 0 && legend()}
    ${services.map((each, index) => programSection(report, each, index, findingsAt))}
    ${services.length === 0 && markup`<p class="note">No program was found that goes on until it is told to stop.</p>`}
    ${others.length > 0 && otherPrograms(report, others)}
  </section>
  <section aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">Findings</h2>
    ${findings.length === 0 ? markup`<p class="note">Nothing was found. What the code decides only when it runs is not seen from here.</p>` : findingList(report, findings)}
  </section>
  ${unreadable.length > 0 && unread(report)}
</main>
<footer><p>${manifest.name} ${manifest.version}. ${findings.length > 0 && markup`<code>npx ${manifest.name} fix</code> prints the repair as a diff.`}</p></footer>
${script()}
</body>
</html>
`
  return page.html
}

function head(name: string): Markup {
  const style = readAsset('page.css')
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(readAsset('page.js'))}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return markup`<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<link rel="icon" href="data:," />
<title>${name}: what becomes of it on SIGTERM</title>
<style>${verbatim(style)}</style>
</head>`
}

function script(): Markup {
  return markup`<script>${verbatim(readAsset('page.js'))}</script>`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function headline({ programs, findings }: ToldReport): { kind: 'good' | 'bad'; says: string } {
  const { held, left, released } = totalsOf(programs)
  if (left > 0)
    return { kind: 'bad', says: `${left} of ${count(held, 'resource')} not released when the process is told to stop.` }
  if (findings.length > 0)
    return { kind: 'bad', says: `${count(findings.length, 'finding')} on the way to a clean stop.` }
  if (released === 0) return { kind: 'good', says: 'Nothing found, and nothing that would have to be released.' }
  return { kind: 'good', says: `All is well: ${count(released, 'resource')} released, on SIGTERM and on SIGINT.` }
}

function legend(): Markup {
  return markup`<ul class="legend" aria-label="What the bars mean">
    <li><span class="key life"></span> held</li>
    <li><span class="key later"></span> opened later than the start</li>
    <li><span class="key releasing"></span> being released, in a numbered step</li>
    <li><span class="key unknown"></span> released, in an order that the code does not tell</li>
    <li><span class="key open"></span> left open, or cut off</li>
  </ul>`
}

function otherPrograms(report: ToldReport, programs: readonly ProgramStory[]): Markup {
  return markup`<details class="others"><summary>${count(programs.length, 'program')} that ${programs.length === 1 ? 'owes' : 'owe'} nothing on a signal</summary>
    <ul>${programs.map(
      ({ entry, kind }) =>
        markup`<li><code>${shownPath(report, entry)}</code> ${kind === 'thread' ? 'is a thread, and hears no signal' : 'ends by itself when its work is done'}</li>`,
    )}</ul></details>`
}

function findingList(report: ToldReport, findings: readonly Reported[]): Markup {
  const isOpen = findings.length <= OPEN_AT_ONCE
  return markup`<p class="all" hidden><button type="button" data-open="true">Open all</button> <button type="button" data-open="false">Close all</button></p>
    ${rulesOf(findings).map(
      ([rule, own]) => markup`<section class="rule-group" aria-labelledby="${rule}">
        <h3 id="${rule}" tabindex="-1"><span class="rule">${rule}</span> <span class="count">${own.length}</span></h3>
        <p class="note">${saysOf(rule)}</p>
        ${own.map((each) => findingArticle(report, each, findings.indexOf(each), isOpen))}
      </section>`,
    )}`
}

function saysOf(rule: string): string {
  const says = REPORTED_RULES[rule]?.says ?? ''
  return says === '' ? '' : `${says.charAt(0).toUpperCase()}${says.slice(1)}.`
}

function unread(report: ToldReport): Markup {
  return markup`<section aria-labelledby="unread"><h2 id="unread">Not read</h2>
    <p class="note">Nothing is known about these files.</p>
    <ul class="unread">${report.unreadable.map((each) => markup`<li>${whereOf(report, each)} ${each.why}</li>`)}</ul></section>`
}
