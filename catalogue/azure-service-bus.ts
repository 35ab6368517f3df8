// https://learn.microsoft.com/javascript/api/@azure/service-bus/servicebusclient#method-details
import { define } from './define.ts'

const owned = { release: '.close()', owner: 'ServiceBusClient' } as const
const [receiver, session] = ['ServiceBusReceiver', 'ServiceBusSessionReceiver'] as const

export default define('@azure/service-bus', [
  { acquire: 'new ServiceBusClient()', kind: 'client', release: '.close()' },
  { acquire: 'ServiceBusClient#createSender()', kind: 'client', returns: 'ServiceBusSender', ...owned },
  { acquire: 'ServiceBusClient#createReceiver()', kind: 'client', returns: receiver, ...owned },
  { acquire: 'ServiceBusClient#acceptSession()', kind: 'client', returns: session, ...owned },
  { acquire: 'ServiceBusClient#acceptNextSession()', kind: 'client', returns: session, ...owned },
  { acquire: 'ServiceBusReceiver#subscribe()', kind: 'consumer', release: '.close()', owner: receiver },
  { acquire: 'ServiceBusSessionReceiver#subscribe()', kind: 'consumer', release: '.close()', owner: session },
])
