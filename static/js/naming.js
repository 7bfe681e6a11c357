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
  chosen?.setAttribute("aria-label", `${name}: ${chosen.textContent.trim() || "nothing chosen"}`)
  picker.querySelector(".select2-search__field")?.setAttribute("aria-label", name)
  // The cross that clears it stands in the list of what is chosen.
  picker.querySelector("ul > span")?.setAttribute("role", "listitem")
}

function nameEditor(editor) {
  const field = editor.closest(".prose-editor")?.querySelector("textarea")
  if (field) editor.setAttribute("aria-label", nameOf(field))
}

function nameAll() {
  document.querySelectorAll("select.select2-hidden-accessible").forEach(namePicker)
  document.querySelectorAll(".tiptap").forEach(nameEditor)
  document.querySelectorAll(".help-tooltip[aria-label]").forEach((mark) => mark.setAttribute("role", "img"))
  document.querySelectorAll(".tabular.inline-related > fieldset").forEach((table) => {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
  })
}

// Widgets come after the page, and with each row that is added; what is chosen changes what is said of it.
let waiting = 0
new MutationObserver(() => {
  cancelAnimationFrame(waiting)
  waiting = requestAnimationFrame(nameAll)
}).observe(document.body, { childList: true, subtree: true })
nameAll()
