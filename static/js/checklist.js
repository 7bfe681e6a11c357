// Leads from a problem of the checklist to the editor of the text, behind which the field itself is hidden.

for (const link of document.querySelectorAll(".checklist a")) {
  link.addEventListener("click", (event) => {
    const row = document.getElementById(link.hash.slice(1))?.closest(".form-row")
    const editor = row?.querySelector("[contenteditable=true]")
    if (!editor) return
    event.preventDefault()
    row.scrollIntoView()
    editor.focus()
  })
}
