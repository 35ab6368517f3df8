// https://grpc.github.io/grpc/node/grpc.Server.html
import { define } from './define.ts'

export default define(
  ['@grpc/grpc-js', 'grpc'],
  [
    {
      acquire: 'new Server()',
      kind: 'server',
      release: ['.tryShutdown()', '.forceShutdown()'],
      opens: ['.bindAsync()', '.bind()', '.start()'],
      settles: { '.tryShutdown()': 'callback', '.forceShutdown()': 'sync' },
    },
    { acquire: 'new Client()', kind: 'client', release: '.close()', settles: 'sync' },
  ],
)
