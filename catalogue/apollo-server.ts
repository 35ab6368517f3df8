// https://www.apollographql.com/docs/apollo-server/api/apollo-server#stop
import { define } from './define.ts'

const stops = { signals: ['SIGINT', 'SIGTERM'], releases: 'this', deadlineMs: false, exits: true } as const

export default define(
  ['@apollo/server', '@apollo/server/standalone', '@apollo/server/plugin/drainHttpServer', 'apollo-server'],
  [
    {
      acquire: 'new ApolloServer()',
      kind: 'server',
      release: '.stop()',
      opens: ['startStandaloneServer(it)', '.listen()'],
      takes: true,
    },
    { wraps: 'ApolloServerPluginDrainHttpServer()' },
    { shutdown: 'ApolloServer#start()', ...stops },
    { shutdown: 'ApolloServer#listen()', ...stops },
    { shutdown: 'startStandaloneServer()', ...stops, releases: 'arguments' },
  ],
)
