#!/usr/bin/env node
// A file of its own, because npm links a workspace's programs before it builds them.
import '../dist/cli.js'
