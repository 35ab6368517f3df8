// https://glide.valkey.io/getting-started/quickstart/
import { define } from './define.ts'

export default define('@valkey/valkey-glide', [
  {
    acquire: 'GlideClient.createClient()',
    kind: 'client',
    release: '.close()',
    returns: 'GlideClient',
    settles: 'sync',
  },
  {
    acquire: 'GlideClusterClient.createClient()',
    kind: 'client',
    release: '.close()',
    returns: 'GlideClusterClient',
    settles: 'sync',
  },
])
