const PAGE = 'https://unpkg.com/graceful-codemod/README.md'

/** What is asked of the comments that answer a finding. */
export const SUPPRESSION_RULES = {
  'no-unused-suppression': {
    says: 'disallow comments that suppress what nobody finds',
    verdicts: ['unused-suppression', 'unknown-rule'],
    page: PAGE,
  },
  'require-suppression-reason': {
    says: 'require that a comment which suppresses a finding says why',
    verdicts: ['unexplained-suppression'],
    page: PAGE,
  },
} as const
