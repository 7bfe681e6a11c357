// Small comforts of the desk; every page works without them.

// Ctrl+S or Cmd+S saves, and never shows readers anything new.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return
  const button = document.querySelector(".submit-row [name=_unshown], .submit-row [name=_continue]")
  if (!button) return
  event.preventDefault()
  button.click()
})

// Half a date or time reaches the desk as none at all, which may mean “at once”: the form stays until it is whole.
document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((field) => field.validity?.badInput)
  if (!half) return
  event.preventDefault()
  half.closest("details")?.setAttribute("open", "")
  half.reportValidity()
}, true)
