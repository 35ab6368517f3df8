import { CONTROLLER, ROUTES, SERVICE } from './entity-api.ts'
import { MODEL, REPOSITORY, SCHEMA } from './entity-data.ts'
import type { Files } from './index.ts'

/** What an entity has: the layers through which a request goes. */
export function entityFiles(entity: string): Files {
  const files = { 'model.ts': MODEL, 'schema.ts': SCHEMA, 'repository.ts': REPOSITORY, 'service.ts': SERVICE }
  const layers = { ...files, 'controller.ts': CONTROLLER, 'routes.ts': ROUTES }
  return Object.fromEntries(Object.entries(layers).map(([path, text]) => [path, named(text, entity)]))
}

function named(text: string, entity: string): string {
  return text.replaceAll('Thing', entity.charAt(0).toUpperCase() + entity.slice(1)).replaceAll('thing', entity)
}
