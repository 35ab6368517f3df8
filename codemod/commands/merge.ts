import { FORMAT, OUTPUT, type Command } from '../command-line/index.ts'

const merge: Command = {
  name: 'merge',
  summary: 'puts the JSON reports of the parts of a check together into one report',
  words: {
    name: 'FILE',
    description: [
      'what check --format=json has written, started in the same folder;',
      'of the parts of --shard all of them, once each',
    ],
  },
  flags: [FORMAT, OUTPUT],
  exits: ['no part has found anything', 'a part has found something'],
  examples: [
    'merge part-1.json part-2.json part-3.json',
    'merge part-1.json part-2.json --format sarif --output all.sarif',
  ],
  async run(asked) {
    const { runMerge } = await import('../merge/run-merge.ts')
    return runMerge(asked)
  },
}

export default merge
