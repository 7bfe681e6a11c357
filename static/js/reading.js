// Settles an article's suggestions without a page load: by keyboard, by mouse, with a screen reader.
// Without it the page is a form of checkboxes, which still works beside it.

const KEYS = { n: "next", j: "next", p: "previous", k: "previous", a: "accept", e: "edit", r: "refuse", u: "undo", A: "accept_sure", "?": "help", m: "mark", g: "go" }
const STATUS = { there: "in the article", refused: "refused" }
const OFF = "reading-keys-off"

const page = () => document.querySelector(".reading")
const rows = () => [...page().querySelectorAll(".found-row")]
const open = () => rows().filter((row) => ["open", "choose"].includes(row.dataset.state))
const said = document.querySelector(".said")
const keysOn = document.getElementById("keys-on")
const keys = document.querySelector("dialog.keys")

let busy = false
let present = null // the row that keys act on

function announce(words, wrong = false) {
  said.classList.toggle("wrong", wrong)
  said.textContent = words
}

// --- Asking the desk -------------------------------------------------------------------------------------------------

async function ask(fields) {
  const body = new FormData()
  body.set("csrfmiddlewaretoken", page().querySelector("[name=csrfmiddlewaretoken]").value)
  body.set("digest", page().dataset.digest)
  for (const [name, value] of fields) body.append(name, value)
  return answer(await fetch(page().dataset.settle, { method: "POST", body, headers: { Accept: "application/json" } }))
}

async function answer(response) {
  if (!(response.headers.get("Content-Type") || "").startsWith("application/json")) {
    throw new Error(response.redirected ? "You are signed out. Load the page again." : "That failed. Load the page again.")
  }
  const told = await response.json()
  if (!response.ok) throw Object.assign(new Error(told.said), { errors: told.errors })
  return told
}

async function settle(fields, box = null) {
  if (busy) return false
  busy = true
  page().setAttribute("aria-busy", "true")
  try {
    const told = await ask(fields)
    if (told.anew) await renew()
    take(told)
    announce(`${told.said} ${left()}`)
    return true
  } catch (error) {
    if (box && error.errors) showErrors(box, error.errors)
    announce(error.message, true)
    return false
  } finally {
    busy = false
    page().removeAttribute("aria-busy")
  }
}

// The page as it is now, put in the place of the one shown.
async function renew() {
  const key = present?.dataset.key
  const response = await fetch(location.pathname)
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".reading")
  if (!fresh) throw new Error("The page could not be read again. Load it again.")
  page().replaceWith(document.adoptNode(fresh))
  enhance()
  const same = rows().find((row) => row.dataset.key === key)
  if (same) show(same)
}

function take(told) {
  page().dataset.steps = told.steps
  for (const row of rows()) {
    if (told.states[row.dataset.key]) setState(row, told.states[row.dataset.key])
  }
  progress()
}

function setState(row, state) {
  row.dataset.state = state
  const status = row.querySelector(".state")
  status.textContent = STATUS[state] ?? status.dataset.open
  const box = row.querySelector("[name=take]")
  box.disabled = state === "there"
  box.checked = box.checked && state === "open"
  for (const mark of marksOf(row)) mark.className = mark.className.replace(/\bis-\w+/, `is-${state}`)
  for (const button of row.querySelectorAll(".acts [data-act]")) button.hidden = !OFFERED[state].includes(button.dataset.act)
}

const OFFERED = { open: ["accept", "edit", "refuse"], choose: ["edit", "refuse"], refused: ["allow", "edit"], there: [] }

function left() {
  const many = open().length
  return many ? `${many} to settle.` : "All is settled."
}

function progress() {
  document.querySelector(".progress").textContent = `${rows().length - open().length} of ${rows().length} settled`
  for (const act of ["undo", "take_back"]) {
    document.querySelector(`.settling-bar [data-act=${act}]`).disabled = page().dataset.steps === "0"
  }
}

// --- Showing both ends -----------------------------------------------------------------------------------------------

const marksOf = (row) => page().querySelectorAll(`.reading-text [data-row="${row.dataset.row}"]`)

function light(row, name, on) {
  row.classList.toggle(name, on)
  for (const mark of marksOf(row)) mark.classList.toggle(name, on)
}

function show(row, focus = true) {
  if (present) light(present, "present", false)
  present = row
  for (const each of rows()) setTabIndex(each, each === row ? 0 : -1)
  light(row, "present", true)
  const [mark] = marksOf(row)
  if (mark) mark.scrollIntoView({ block: "nearest" })
  if (focus) row.focus()
}

// Only the present row is in the tab order, and with it its box; keys lead to the others.
function setTabIndex(row, index) {
  row.tabIndex = row.querySelector("[name=take]").tabIndex = index
}

function step(by) {
  const all = rows()
  const from = present ? all.indexOf(present) : by > 0 ? -1 : all.length
  const order = by > 0 ? [...all.slice(from + 1), ...all.slice(0, from + 1)] : [...all.slice(0, Math.max(from, 0)).reverse(), ...all.slice(Math.max(from, 0)).reverse()]
  const next = order.find((row) => open().includes(row)) ?? order[0]
  if (next) show(next)
}

// --- Acts ------------------------------------------------------------------------------------------------------------

const ACTS = {
  next: () => step(1),
  previous: () => step(-1),
  accept: (row) => row && (row.dataset.state === "choose" ? edit(row) : act("accept", row)),
  refuse: (row) => row && act(row.dataset.state === "refused" ? "allow" : "refuse", row),
  allow: (row) => row && act("allow", row),
  edit: (row) => row && edit(row),
  accept_sure: acceptSure,
  undo: () => settle([["act", "undo"]]),
  take_back: () => confirm("Take back all you settled in this sitting?") && settle([["act", "take_back"]]),
  help: () => keys.showModal(),
  mark: () => window.marking.begin(),
  go: () => page().querySelector(".closelink").click(),
}

async function act(name, row) {
  const done = await settle([["act", name], ["key", row.dataset.key]])
  if (done && name !== "allow") step(1)
}

async function acceptSure() {
  const sure = open().filter((row) => row.dataset.tier === "A" && row.dataset.state === "open")
  if (!sure.length) return announce("Nothing of tier A is open.")
  if (await settle([["act", "accept"], ...sure.map((row) => ["key", row.dataset.key])])) step(1)
}

async function edit(row) {
  if (row.dataset.state === "there") return announce("It is in the article: undo that, or change it in the article.")
  await openForm(row.querySelector(".correction"), [["key", row.dataset.key]], () => show(row), () => step(1))
}

// A small form in `box` about what `about` names; `cancelled` and `done` say where to go afterwards.
async function openForm(box, about, cancelled, done) {
  try {
    const response = await fetch(`${page().dataset.correct}?${new URLSearchParams(about)}`)
    if (!(response.headers.get("Content-Type") || "").startsWith("text/html") || response.redirected) await answer(response)
    const fragment = new DOMParser().parseFromString(await response.text(), "text/html").body.firstElementChild
    for (const other of page().querySelectorAll(".correction")) other.replaceChildren()
    box.replaceChildren(document.adoptNode(fragment))
  } catch (error) {
    return announce(error.message, true)
  }
  const close = () => box.replaceChildren()
  const send = async () => {
    const given = [...box.querySelectorAll("input, select")].filter((field) => field.name && (field.type !== "checkbox" || field.checked))
    const fields = [["act", "accept"], ["corrected", "1"], ...about, ...given.map((field) => [field.name, field.value])]
    if (await settle(fields, box)) {
      close()
      done()
    }
  }
  box.onclick = (event) => {
    const name = event.target.dataset?.act
    if (name === "send") send()
    if (name === "cancel") {
      close()
      cancelled()
    }
    event.stopPropagation()
  }
  box.onkeydown = (event) => {
    if (event.key === "Enter" && event.target.tagName !== "BUTTON") {
      event.preventDefault()
      send()
    }
    if (event.key === "Escape") {
      close()
      cancelled()
    }
    event.stopPropagation()
  }
  for (const select of box.querySelectorAll("select[data-search]")) window.picking.enhance(select, page().dataset.known, announce)
  box.querySelector("select, input").focus()
}

function showErrors(box, errors) {
  for (const note of box.querySelectorAll("[data-error]")) {
    const words = (errors[note.dataset.error] ?? []).join(" ")
    note.textContent = words
    note.hidden = !words
    const field = box.querySelector(`[name="${note.dataset.error}"]`)
    field.setAttribute("aria-invalid", String(Boolean(words)))
  }
  box.querySelector("[aria-invalid=true]")?.focus()
}

// --- Listening -------------------------------------------------------------------------------------------------------

function enhance() {
  page().classList.add("settling")
  for (const row of rows()) {
    setTabIndex(row, -1)
    row.querySelector(".acts").hidden = false
    setState(row, row.dataset.state)
    row.addEventListener("focusin", () => present !== row && show(row, false))
    row.addEventListener("mouseenter", () => light(row, "hovered", true))
    row.addEventListener("mouseleave", () => light(row, "hovered", false))
    for (const mark of marksOf(row)) mark.title = row.querySelector(".help").textContent
  }
  const text = page().querySelector(".reading-text")
  const rowAt = (event) => rows().find((row) => row.dataset.row === event.target.closest("[data-row]")?.dataset.row)
  for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    text.addEventListener(type, (event) => rowAt(event) && light(rowAt(event), "hovered", on))
  }
  text.addEventListener("click", (event) => {
    const row = getSelection().isCollapsed && rowAt(event)
    if (!row) return
    event.preventDefault()
    show(row)
  })
  page().addEventListener("click", (event) => {
    const name = event.target.dataset?.act
    if (name && ACTS[name]) ACTS[name](event.target.closest(".found-row"))
  })
  if (rows().length) setTabIndex(rows()[0], 0)
  window.marking.enhance(page(), openForm, announce)
  window.mending.enhance(page(), settle, announce)
  progress()
}

document.querySelector(".settling-bar").addEventListener("click", (event) => ACTS[event.target.dataset?.act]?.(present))
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open || !keysOn.checked) return
  if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return
  const name = KEYS[event.key]
  if (!name) return
  event.preventDefault()
  ACTS[name](present)
})
keysOn.checked = localStorage.getItem(OFF) === null
keysOn.addEventListener("change", () => (keysOn.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")))
document.querySelector(".settling-bar").hidden = false
enhance()
