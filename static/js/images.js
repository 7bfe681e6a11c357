// Pictures at the desk: the file just chosen is shown before it is sent, and pickers of images show what they offer.
// Without this the same forms work by name.
(() => {
  const image = (src, className) => Object.assign(document.createElement("img"), { src, className, alt: "" })

  const previewFile = (input) => {
    const row = input.closest(".flex-container") ?? input
    row.parentNode.querySelector(".picked")?.remove()
    const [file] = input.files
    const tooLarge = file && file.size > Number(input.dataset.preview)
    input.setCustomValidity(tooLarge ? `This file has ${Math.ceil(file.size / 1e6)} MB, more than are taken.` : "")
    if (!file || tooLarge) return input.reportValidity()
    const reader = new FileReader()
    reader.addEventListener("load", () => {
      const shown = image(reader.result, "picked")
      shown.addEventListener("error", () => shown.remove())
      row.after(shown)
    })
    reader.readAsDataURL(file)
  }

  const addressIn = (select, id) => select.dataset.thumbnails.replace("/0/", `/${id}/`)

  const showPicked = (select) => {
    const row = select.closest(".flex-container") ?? select.parentNode
    row.parentNode.querySelector(".picked")?.remove()
    if (select.value) row.after(image(addressIn(select, select.value), "picked"))
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const input of document.querySelectorAll("input[data-preview]"))
      input.addEventListener("change", () => previewFile(input))

    const pickers = document.querySelectorAll("select[data-thumbnails]")
    const $ = window.django?.jQuery
    for (const select of pickers) {
      showPicked(select)
      $(select).on("change", () => showPicked(select))
      const offered = (item) => {
        if (!item.id) return item.text
        const row = document.createElement("span")
        row.className = "offered"
        row.append(image(addressIn(select, item.id), "thumbnail"), item.text)
        return $(row)
      }
      // Read when a list opens, so it may be set after the picker was made.
      $(select).one("select2:opening", () => ($(select).data("select2").results.options.set("templateResult", offered)))
    }
  })
})()
