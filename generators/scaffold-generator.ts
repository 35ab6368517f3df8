import Generator from 'yeoman-generator'

/** Yeoman's generator without what we do ourselves: flags, the install, and the files it would read before we could. */
export abstract class ScaffoldGenerator extends Generator {
  constructor(args: string[], options: Generator['options']) {
    super(args, options, { disableInGeneratorOptionsSupport: true, customInstallTask: true })
  }

  // Yeoman's own reads package.json, which may be anything where the service is not yet.
  override determineAppname(): string {
    return ''
  }

  // Yeoman's own reads .yo-rc.json, and throws over one that is not JSON. This one is of a file that never is.
  override _getStorage(): ReturnType<Generator['_getStorage']> {
    return this.createStorage('.yo-rc.unused.json')
  }
}
