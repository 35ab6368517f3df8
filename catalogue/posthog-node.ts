// https://posthog.com/docs/libraries/node#using-in-a-short-lived-process-like-aws-lambda
import { define } from './define.ts'

export default define(
  'posthog-node',
  [{ acquire: 'new PostHog()', kind: 'telemetry', release: ['.shutdown()', '.shutdownAsync()'] }],
  { default: 'PostHog' },
)
