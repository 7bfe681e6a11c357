// Marks a passage that an editor selected as a quote, a person or an organisation.

window.marking = (() => {
  // White space is shown in other ways than it is stored: only other characters are counted, as the desk does.
  const visible = (text) => [...text.replace(/[ \t\n\r\f]/g, "")].length
  let root, openForm, announce
  let passage = null

  function selected() {
    const selection = getSelection()
    const text = root.querySelector(".reading-text")
    if (selection.isCollapsed || !selection.rangeCount) return null
    const range = selection.getRangeAt(0)
    if (!text.contains(range.commonAncestorContainer)) return null
    const before = document.createRange()
    before.setStart(text, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const first = visible(before.toString())
    const last = first + visible(range.toString())
    return last > first ? { first, last } : null
  }

  function begin() {
    passage = selected() ?? passage
    if (!passage) return announce("Select some words of the text first.", true)
    root.querySelector(".marking").hidden = false
    root.querySelector(".marking button").focus()
  }

  function end() {
    passage = null
    const box = root.querySelector(".marking")
    box.hidden = true
    box.querySelector(".correction").replaceChildren()
  }

  function enhance(page, form, tell) {
    root = page
    openForm = form
    announce = tell
    const box = root.querySelector(".marking")
    root.querySelector(".reading-text").addEventListener("mouseup", () => {
      passage = selected()
      if (passage) box.hidden = false
      else end()
    })
    box.addEventListener("click", (event) => {
      const mark = event.target.dataset?.mark
      if (!mark || !passage) return
      const about = [["mark", mark], ["first", passage.first], ["last", passage.last]]
      openForm(box.querySelector(".correction"), about, end, end)
    })
    box.addEventListener("keydown", (event) => event.key === "Escape" && end())
  }

  return { begin, enhance }
})()
