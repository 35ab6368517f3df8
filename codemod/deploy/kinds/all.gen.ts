// Written by scripts/generate.ts.
import type { Kind } from '../kind.ts'
import compose from './compose.ts'
import dockerfile from './dockerfile.ts'
import kubernetes from './kubernetes.ts'
import pm2 from './pm2.ts'
import systemd from './systemd.ts'

export const KINDS: readonly Kind[] = [compose, dockerfile, kubernetes, pm2, systemd]
