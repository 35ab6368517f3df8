const ELSEWHERE = new Set(
  'dev development devcontainer develop test tests testing e2e ci local debug gitpod example examples sample samples demo docs integration fixture fixtures playground benchmark bench'.split(
    ' ',
  ),
)

/** Whether a file, or a folder that it stands in, is not named after development or tests. */
export function isForProduction(path: string): boolean {
  return !path
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => ELSEWHERE.has(word))
}
