// https://www.apollographql.com/docs/apollo-server/v3/api/plugin/drain-http-server
import { define } from './define.ts'

const stops = { signals: ['SIGINT', 'SIGTERM'], releases: 'this', deadlineMs: false, exits: true } as const

export default define(
  [
    'apollo-server-core',
    'apollo-server-express',
    'apollo-server-koa',
    'apollo-server-fastify',
    'apollo-server-hapi',
    'apollo-server-micro',
  ],
  [
    {
      acquire: 'new ApolloServer()',
      kind: 'client',
      release: '.stop()',
      opens: ['.start()', '.applyMiddleware()'],
      takes: true,
    },
    { wraps: 'ApolloServerPluginDrainHttpServer()' },
    { shutdown: 'ApolloServer#start()', ...stops },
    { shutdown: 'ApolloServer#applyMiddleware()', ...stops },
  ],
)
