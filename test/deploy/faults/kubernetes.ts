import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim'
import { Service } from 'kubernetes-models/v1/Service'
import { parse } from 'yaml'

const models = [Deployment, PersistentVolumeClaim, PodDisruptionBudget, Service]

/** Where a manifest departs from the Kubernetes API, unknown keys included. */
export function kubernetesFaults(text: string): string[] {
  const manifest = parse(text) as { apiVersion?: string; kind?: string }
  const model = models.find(({ apiVersion, kind }) => apiVersion === manifest.apiVersion && kind === manifest.kind)
  if (!model) return [`unknown kind ${manifest.apiVersion} ${manifest.kind}`]

  const read = new Set<string>()
  try {
    model.prototype.validate.call(noting(manifest, '', read))
  } catch (error) {
    return [String(error)]
  }
  return paths(manifest, '')
    .filter((path) => !read.has(path))
    .map((path) => `unknown key ${path}`)
}

/** The model lets unknown keys pass. But its validation asks for every key that it knows, and for no other. */
function noting(value: unknown, path: string, read: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner = `${path}/${String(key)}`
      read.add(inner)
      return noting(Reflect.get(target, key, receiver), inner, read)
    },
  })
}

function paths(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [`${path}/${key}`, ...paths(inner, `${path}/${key}`)])
}
