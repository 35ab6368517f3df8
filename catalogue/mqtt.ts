// https://github.com/mqttjs/MQTT.js#mqttclientendforce-options-callback
import { define } from './define.ts'

const ends = { release: ['.end()', '.endAsync()'], settles: { '.end()': 'callback' }, returns: 'MqttClient' } as const

export default define('mqtt', [
  { acquire: 'connect()', kind: 'client', ...ends },
  { acquire: 'connectAsync()', kind: 'client', ...ends },
  { acquire: 'new MqttClient()', kind: 'client', ...ends },
])
