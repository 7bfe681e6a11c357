// Copies a citation or an address, and shares a page by what the device offers for that. Without it the citation can be
// selected and the address sent by e-mail.

const status = document.getElementById("share-status")

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard
  const words = button.textContent
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.textContent = status.textContent = "Copied"
    } catch {
      button.textContent = status.textContent = "Not allowed here: select the text"
    }
    setTimeout(() => (button.textContent = words), 2500)
  })
}

for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share
  button.addEventListener("click", () => {
    navigator.share({ url: button.dataset.share, title: button.dataset.title }).catch(() => {})
  })
}
