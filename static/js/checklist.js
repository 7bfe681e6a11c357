// Leads from a problem of the checklist to what mends it: a row is opened, and in the editor of the text, behind which
// the field itself is hidden, one can write at once.

for (const link of document.querySelectorAll(".checklist a")) {
  link.addEventListener("click", (event) => {
    const target = document.getElementById(link.hash.slice(1))
    target?.querySelector("details.row-fields")?.setAttribute("open", "")
    const line = target?.closest(".form-row")
    const editor = line?.querySelector("[contenteditable=true]")
    if (!editor) return
    event.preventDefault()
    line.scrollIntoView()
    editor.focus()
  })
}
