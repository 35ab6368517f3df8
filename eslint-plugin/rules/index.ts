import cleanupOrder from './cleanup-order.ts'
import noExitBeforeDrain from './no-exit-before-drain.ts'
import noRepeatedShutdown from './no-repeated-shutdown.ts'
import noUncatchableSignals from './no-uncatchable-signals.ts'
import noUnhandledShutdownRejection from './no-unhandled-shutdown-rejection.ts'
import notifyWebsocketClients from './notify-websocket-clients.ts'
import requireCleanup from './require-cleanup.ts'
import requireExit from './require-exit.ts'
import requireScopedCleanup from './require-scoped-cleanup.ts'
import requireShutdownDeadline from './require-shutdown-deadline.ts'
import requireSignalHandlers from './require-signal-handlers.ts'
import requireTransactionEnd from './require-transaction-end.ts'
import type { Rule } from 'eslint'
import type { RuleName } from '../../analysis/index.ts'

export const rules: Readonly<Record<RuleName, Rule.RuleModule>> = {
  'require-cleanup': requireCleanup,
  'require-scoped-cleanup': requireScopedCleanup,
  'require-transaction-end': requireTransactionEnd,
  'require-signal-handlers': requireSignalHandlers,
  'no-exit-before-drain': noExitBeforeDrain,
  'require-exit': requireExit,
  'cleanup-order': cleanupOrder,
  'require-shutdown-deadline': requireShutdownDeadline,
  'no-repeated-shutdown': noRepeatedShutdown,
  'no-unhandled-shutdown-rejection': noUnhandledShutdownRejection,
  'no-uncatchable-signals': noUncatchableSignals,
  'notify-websocket-clients': notifyWebsocketClients,
}
