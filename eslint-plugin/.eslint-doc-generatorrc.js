import { format, resolveConfig } from 'prettier'

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  ruleDocSectionInclude: ['Examples', 'What it says', 'When not to use it', 'Further reading'],
  ruleDocSectionOptions: true,
  postprocess: async (content, path) => format(content, { ...(await resolveConfig(path)), filepath: path }),
}
