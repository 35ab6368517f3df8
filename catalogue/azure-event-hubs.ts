// https://learn.microsoft.com/javascript/api/@azure/event-hubs/eventhubconsumerclient#method-details
import { define } from './define.ts'

const consumer = 'EventHubConsumerClient'

export default define('@azure/event-hubs', [
  { acquire: 'new EventHubConsumerClient()', kind: 'client', release: '.close()' },
  { acquire: 'EventHubConsumerClient#subscribe()', kind: 'consumer', release: '.close()', owner: consumer },
  { acquire: 'new EventHubProducerClient()', kind: 'client', release: '.close()' },
  { acquire: 'new EventHubBufferedProducerClient()', kind: 'client', release: '.close()' },
])
