// https://the-guild.dev/graphql/yoga-server/v2/quick-start
import { define } from './define.ts'

export default define(
  ['graphql-yoga', '@graphql-yoga/node'],
  [
    { acquire: 'createServer()', kind: 'server', release: '.stop()', returns: 'YogaNodeServer', opens: '.start()' },
    {
      acquire: 'GraphQLServer#start()',
      kind: 'server',
      release: '.close()',
      returns: 'node:http#Server',
      settles: 'callback',
    },
    { acquire: 'new GraphQLServer()', kind: 'server', opens: [] },
  ],
)
