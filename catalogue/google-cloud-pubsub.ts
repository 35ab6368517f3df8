// https://cloud.google.com/nodejs/docs/reference/pubsub/latest/pubsub/subscription#_google_cloud_pubsub_Subscription_close_member_1_
import { define } from './define.ts'

const opens = ['.on("message")', '.addListener("message")', '.open()'] as const

export default define('@google-cloud/pubsub', [
  { acquire: 'new PubSub()', kind: 'client', release: '.close()' },
  { acquire: 'PubSub#topic()', kind: 'client', opens: [], returns: 'Topic' },
  { acquire: 'PubSub#subscription()', kind: 'consumer', release: '.close()', opens, returns: 'Subscription' },
  { acquire: 'Topic#subscription()', kind: 'consumer', release: '.close()', opens, returns: 'Subscription' },
])
