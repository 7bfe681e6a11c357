// What the desk's widgets leave out for those who do not see them or use no mouse: names of pickers, of the editor of
// text and of help marks, and a way into tables that scroll.

// The words that label a field: its label, or what its row of a table says of it.
function nameOf(field) {
  const label = field.id && document.querySelector(`label[for="${CSS.escape(field.id)}"]`)
  return field.getAttribute("aria-label") || label?.textContent.trim().replace(/:$/, "") || ""
}

function namePicker(field) {
  const picker = field.nextElementSibling
  const name = nameOf(field)
  if (!name || !picker?.classList.contains("select2-container")) return
  const chosen = picker.querySelector("[role=textbox]")
  chosen?.setAttribute("aria-label", `${name}: ${chosen.title || "nothing chosen"}`)
  picker.querySelector(".select2-search__field")?.setAttribute("aria-label", name)
  // The cross that clears it stands in the list of what is chosen.
  picker.querySelector("ul > span")?.setAttribute("role", "listitem")
}

function nameEditor(editor) {
  const field = editor.closest(".prose-editor")?.querySelector("textarea")
  if (field) editor.setAttribute("aria-label", nameOf(field))
}

function nameWithin(place) {
  place.querySelectorAll("select.select2-hidden-accessible").forEach(namePicker)
  place.querySelectorAll(".tiptap").forEach(nameEditor)
  place.querySelectorAll(".help-tooltip[aria-label]").forEach((mark) => mark.setAttribute("role", "img"))
}

function reachTables() {
  document.querySelectorAll(".tabular.inline-related > fieldset").forEach((table) => {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
  })
}

// Widgets come after the page, and with each row that is added; what is chosen changes what is said of it. Only what
// changed is looked at, for the text being written changes with every key.
const changed = new Set()
let waiting = 0

function nameChanged() {
  for (const place of changed) {
    const picker = place.closest(".select2-container")?.previousElementSibling
    if (picker?.matches("select")) namePicker(picker)
    nameWithin(place)
  }
  changed.clear()
  reachTables()
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const places = target === document.body ? addedNodes : [target]
    for (const place of places) if (place instanceof Element) changed.add(place)
  }
  cancelAnimationFrame(waiting)
  waiting = requestAnimationFrame(nameChanged)
}).observe(document.body, { childList: true, subtree: true })
nameWithin(document)
reachTables()
