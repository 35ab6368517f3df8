// https://discord.js.org/docs/packages/discord.js/main/Client:Class#destroy
import { define } from './define.ts'

export default define('discord.js', [
  { acquire: 'new Client()', kind: 'client', release: '.destroy()', opens: '.login()' },
  { acquire: 'new ShardingManager()', kind: 'process', opens: '.spawn()' },
])
