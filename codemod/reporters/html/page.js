// What the page can do without this it does: it opens, jumps and prints by itself.
const root = document.documentElement
const theme = document.querySelector('.theme')
const findings = [...document.querySelectorAll('details.finding')]
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

theme.hidden = false
theme.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark'
  nameTheme()
})
prefersDark.addEventListener('change', nameTheme)
nameTheme()

const all = document.querySelector('.all')
if (all) {
  all.hidden = false
  all.addEventListener('click', ({ target }) => {
    if (target.dataset.open) for (const finding of findings) finding.open = target.dataset.open === 'true'
  })
}

addEventListener('hashchange', reveal)
reveal()

// On paper nothing can be opened; what was closed is closed again afterwards.
const closed = new Set()
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) closed.add(details)
  for (const details of closed) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false
  closed.clear()
})

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches
}

/** The button says what it does. */
function nameTheme() {
  theme.textContent = isDark() ? 'Light' : 'Dark'
  theme.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours')
}

/**
 * Opens what a link leads to, and all around it. Where nothing is to be opened the browser has done the rest, and a
 * reader on a busy machine may have moved on before this runs: the focus stays where it is.
 */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target?.closest('details')) return
  for (let around = target.closest('details'); around; around = around.parentElement.closest('details')) {
    around.open = true
  }
  target.scrollIntoView()
  const focusable = target.matches('details') ? target.querySelector('summary') : target
  focusable.focus({ preventScroll: true })
}
