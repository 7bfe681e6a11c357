// Leads from a problem of the checklist, or an error of the form, to what mends it: a row is opened, and one can write
// at once, also where the field itself is hidden behind the editor of the text or a picker.

for (const link of document.querySelectorAll(".checklist a, .wrong a")) {
  link.addEventListener("click", (event) => {
    const target = document.getElementById(link.hash.slice(1))
    target?.querySelector("details.row-fields")?.setAttribute("open", "")
    const line = target?.closest(".form-row")
    const editor = line?.querySelector("[contenteditable=true]")
    const place = editor ?? target?.nextElementSibling?.querySelector(".select2-selection") ?? target
    if (!place?.matches("input, select, textarea, [contenteditable=true], .select2-selection")) return
    event.preventDefault()
    ;(line ?? place).scrollIntoView()
    place.focus()
  })
}
