// Marks a passage that an editor selected as a quote, a person or an organisation.

window.marking = (() => {
  // White space is shown in other ways than it is stored: only other characters are counted, as the desk does.
  const shown = (text) => text.replace(/[ \t\n\r\f]/g, "")
  const visible = (text) => [...shown(text)].length
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

  // The first place in the text of these words.
  function placeOf(typed) {
    const words = shown(typed)
    const text = shown(root.querySelector(".reading-text").textContent)
    const at = words ? text.indexOf(words) : -1
    if (at < 0) return null
    const first = visible(text.slice(0, at))
    return { first, last: first + visible(words) }
  }

  // Without words selected, the editor types them.
  function begin() {
    passage = selected()
    open(!passage)
    root.querySelector(passage ? ".marking button" : "#marking-words").focus()
  }

  function open(typing) {
    root.querySelector(".marking").hidden = false
    root.querySelector(".marking .typed").hidden = !typing
  }

  function end() {
    passage = null
    const box = root.querySelector(".marking")
    box.hidden = true
    root.querySelector("#marking-words").value = ""
    box.querySelector(".correction").replaceChildren()
  }

  function enhance(page, form, tell) {
    root = page
    openForm = form
    announce = tell
    const box = root.querySelector(".marking")
    root.querySelector(".reading-text").addEventListener("mouseup", () => {
      passage = selected()
      if (passage) open(false)
      else end()
    })
    box.addEventListener("click", (event) => {
      const mark = event.target.dataset?.mark
      if (!mark) return
      passage ??= placeOf(root.querySelector("#marking-words").value)
      if (!passage) return announce("These words do not stand in the text: give them exactly as printed.", true)
      const about = [["mark", mark], ["first", passage.first], ["last", passage.last]]
      openForm(box.querySelector(".correction"), about, end, end)
    })
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") end()
      if (event.key === "Enter" && event.target.id === "marking-words") {
        event.preventDefault()
        box.querySelector("[data-mark=quote]").focus()
      }
    })
  }

  // The words given, else those selected.
  const place = (words) => (words ? placeOf(words) : selected() ?? passage)

  return { begin, enhance, place }
})()
