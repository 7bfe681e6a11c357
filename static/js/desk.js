// Small comforts of the desk; every page works without them.

// Ctrl+S or Cmd+S saves by the first button of the form.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return
  const button = document.querySelector(".submit-row [type=submit]")
  if (!button) return
  event.preventDefault()
  button.click()
})
