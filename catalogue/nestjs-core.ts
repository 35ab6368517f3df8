// https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown
import { define } from './define.ts'

export default define('@nestjs/core', [
  {
    acquire: 'NestFactory.create()',
    kind: 'server',
    release: '.close()',
    returns: 'NestApplication',
    opens: ['.listen()', '.listenAsync()', '.startAllMicroservices()', '.startAllMicroservicesAsync()'],
  },
  {
    acquire: 'NestFactory.createMicroservice()',
    kind: 'consumer',
    release: '.close()',
    returns: 'NestApplication',
    opens: ['.listen()', '.listenAsync()'],
  },
  // It holds what its modules hold, and nothing itself.
  {
    acquire: 'NestFactory.createApplicationContext()',
    kind: 'client',
    release: '.close()',
    returns: 'NestApplication',
    opens: [],
  },
  { acquire: 'NestApplication#connectMicroservice()', kind: 'consumer', owner: 'NestApplication' },
  {
    shutdown: 'NestApplication#enableShutdownHooks()',
    signals: ['SIGTERM', 'SIGINT'],
    signalsOption: 0,
    releases: 'this',
    deadlineMs: false,
    exits: true,
  },
])
