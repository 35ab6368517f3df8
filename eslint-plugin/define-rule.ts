import type { Rule } from 'eslint'
import { MESSAGES, RULES, type RuleName } from '../analysis/index.ts'
import { findingsFor } from './findings.ts'
import { pageOf } from './meta.ts'
import type { Reported } from './reported.ts'

interface Options {
  /** The least sure findings that are reported. */
  readonly confidence: Reported['confidence']
}

/** A failure of ours is a message like any other, so that the rest of the lint goes on. */
const FAILED = 'The analysis of this file failed, and no rule of graceful-service judged it: {{why}}'

/** A rule reports what the analysis finds under its name; it looks at no tree itself. */
export function defineRule(name: RuleName): Rule.RuleModule {
  const { says, messages, suggestions } = RULES[name]
  return {
    meta: {
      type: 'problem',
      docs: { description: says, url: pageOf(name) },
      messages: {
        ...Object.fromEntries([...messages, ...suggestions].map((id) => [id, MESSAGES[id]])),
        failed: FAILED,
      },
      hasSuggestions: suggestions.length > 0,
      schema: [
        {
          type: 'object',
          properties: {
            confidence: {
              description: 'The least sure findings that are reported: `likely` brings both.',
              enum: ['certain', 'likely'],
            },
          },
          additionalProperties: false,
        },
      ],
      defaultOptions: [{ confidence: 'certain' } satisfies Options],
    },
    create(context) {
      const { findings, failure } = findingsFor(name, context)
      // Most files have nothing to report, and for each listener, or option that is read, ESLint pays in each of them.
      if (failure === undefined && findings.length === 0) return {}
      // Before version 9.15 ESLint does not know `defaultOptions`.
      const [{ confidence } = { confidence: 'certain' }] = context.options as readonly Options[]
      const reported = findings.filter(
        (finding) => finding.rule === name && (finding.confidence === 'certain' || confidence === 'likely'),
      )
      if (failure === undefined && reported.length === 0) return {}
      return {
        Program() {
          if (failure !== undefined)
            context.report({ loc: { line: 1, column: 0 }, messageId: 'failed', data: { why: failure } })
          for (const finding of reported) context.report(toReport(finding))
        },
      }
    },
  }
}

function toReport({ place, message, data, suggestions }: Reported): Rule.ReportDescriptor {
  return {
    loc: {
      start: { line: place.line, column: place.column },
      end: { line: place.endLine, column: place.endColumn },
    },
    messageId: message,
    data,
    suggest: suggestions
      .filter(({ file }) => file === undefined)
      .map(({ id, data, edits }) => ({
        messageId: id,
        data,
        fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
      })),
  }
}
