import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { broken } from './broken.ts'
import { kubernetesFaults } from './faults/kubernetes.ts'
import { render, renderFile } from './render.ts'

const folder = 'deploy/kubernetes'
const resourceSets = [[[]], [['sqlite']], [['postgres', 'redis']], [['sqlite', 'postgres', 'redis']]]

describe.each(resourceSets)('Kubernetes manifests with %j', (resources) => {
  test.each([
    [30_000, 40, '5000'],
    [7000, 17, '1750'],
  ])('wait for a stop of %d ms', (shutdownTimeoutMs, grace, delay) => {
    const files = render({ deploy: ['kubernetes'], resources, shutdownTimeoutMs })
    for (const [path, text] of files) expect(kubernetesFaults(text), path).toEqual([])
    const { pod, container } = readDeployment(files.get(`${folder}/deployment.yaml`))
    expect(pod.terminationGracePeriodSeconds).toBe(grace)
    expect(container?.env).toContainEqual({ name: 'SHUTDOWN_TIMEOUT_MS', value: String(shutdownTimeoutMs) })
    expect(container?.env).toContainEqual({ name: 'SHUTDOWN_DELAY_MS', value: delay })
  })
})

test('a rolling update never has fewer than two replicas', () => {
  const { spec } = readDeployment(renderFile(`${folder}/deployment.yaml`, { deploy: ['kubernetes'] }))
  expect(spec.replicas).toBe(2)
  expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } })
})

test('a database file has one pod, which is gone before the next one comes', () => {
  const files = render({ deploy: ['kubernetes'], resources: ['sqlite'] })
  const { spec, pod, container } = readDeployment(files.get(`${folder}/deployment.yaml`))
  expect(spec.replicas).toBe(1)
  expect(spec.strategy).toEqual({ type: 'Recreate' })
  expect(container?.volumeMounts).toContainEqual({ name: 'data', mountPath: '/app/data' })
  expect(container?.env).toContainEqual({ name: 'SQLITE_PATH', value: '/app/data/payments.sqlite' })
  expect(pod.volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: 'payments' } })
  expect(parse(files.get(`${folder}/persistent-volume-claim.yaml`) ?? '')).toMatchObject({
    metadata: { name: 'payments' },
  })
})

test('URLs come from a secret', () => {
  const resources = ['postgres', 'redis']
  const { container } = readDeployment(renderFile(`${folder}/deployment.yaml`, { deploy: ['kubernetes'], resources }))
  for (const [key, secret] of [
    ['POSTGRES_URL', 'payments-postgres'],
    ['REDIS_URL', 'payments-redis'],
  ]) {
    expect(container?.env).toContainEqual({ name: key, valueFrom: { secretKeyRef: { name: secret, key } } })
  }
})

test('the Service and the PodDisruptionBudget select the pods of the Deployment', () => {
  const files = render({ deploy: ['kubernetes'] })
  const { spec, labels } = readDeployment(files.get(`${folder}/deployment.yaml`))
  expect(spec.selector).toEqual({ matchLabels: labels })
  expect(parse(files.get(`${folder}/service.yaml`) ?? '')).toMatchObject({ spec: { selector: labels } })
  expect(parse(files.get(`${folder}/pod-disruption-budget.yaml`) ?? '')).toMatchObject({
    spec: { selector: { matchLabels: labels } },
  })
})

const sound = renderFile(`${folder}/deployment.yaml`, { deploy: ['kubernetes'], resources: ['sqlite', 'postgres'] })

test.each([
  ['a misspelt key of the pod', 'terminationGracePeriodSeconds', 'terminationGracePeriodSecond'],
  ['a misspelt key of the hook', 'preStop:', 'prestop:'],
  ['a misspelt key deep inside', 'seconds: 5', 'second: 5'],
  ['a misspelt key in a list', 'mountPath: /tmp', 'mountpath: /tmp'],
  ['a misspelt key at the top', 'spec:', 'specs:'],
  ['a misspelt key of the secret', 'secretKeyRef', 'secretRef'],
  ['text where a number belongs', 'seconds: 5', 'seconds: five'],
  ['a number where text belongs', "value: '30000'", 'value: 30000'],
  ['a field that is missing', 'name: payments\n          image', 'image'],
  ['a kind that does not exist', 'kind: Deployment', 'kind: Deploy'],
])('a Deployment is refused: %s', (_, from, to) => {
  expect(kubernetesFaults(broken(sound, from, to))).not.toEqual([])
})

interface Deployment {
  spec: {
    replicas: number
    strategy: object
    selector: object
    template: {
      metadata: { labels: object }
      spec: {
        terminationGracePeriodSeconds: number
        volumes: object[]
        containers: { env: object[]; volumeMounts: object[] }[]
      }
    }
  }
}

function readDeployment(text = '') {
  const { spec } = parse(text) as Deployment
  const { metadata, spec: pod } = spec.template
  return { spec, labels: metadata.labels, pod, container: pod.containers[0] }
}
