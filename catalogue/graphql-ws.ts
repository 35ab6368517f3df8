// https://the-guild.dev/graphql/ws/docs/use/ws/functions/useServer
import { define } from './define.ts'

export default define(['graphql-ws/use/ws', 'graphql-ws/lib/use/ws'], [{ wraps: 'useServer()', release: '.dispose()' }])
