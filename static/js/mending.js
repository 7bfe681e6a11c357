// Mends quotes that no longer stand as they did: takes the new words, marks them anew, or keeps them with a reason.

window.mending = (() => {
  function enhance(root, settle, announce) {
    const section = root.querySelector(".stretches")
    if (!section) return
    for (const acts of section.querySelectorAll(".acts")) acts.hidden = false

    function mend(button) {
      const row = button.closest("tr")
      const given = [["act", button.dataset.mend], ...["quote", "number", "version"].map((name) => [name, row.dataset[name]])]
      if (button.dataset.mend === "keep_words") given.push(["reason", row.querySelector("[name=reason]").value])
      if (button.dataset.mend === "mark_anew") {
        const place = window.marking.place(row.querySelector("[name=words]").value)
        if (!place) return announce("Select its words in the text first, or type them exactly as printed.", true)
        given.push(["first", place.first], ["last", place.last])
      }
      settle(given)
    }

    section.addEventListener("click", (event) => event.target.dataset?.mend && mend(event.target))
    section.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return
      event.preventDefault()
      mend(event.target.parentElement.querySelector("button"))
    })
  }

  return { enhance }
})()
