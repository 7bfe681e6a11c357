// Comments beside an article are posted without leaving its form; without this they open in a window of their own.

const here = document.querySelector("[data-thread-here]")

here?.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-thread]")
  if (!form) return
  event.preventDefault()
  const data = new FormData(form, event.submitter)
  form.querySelectorAll("button").forEach((button) => { button.disabled = true })
  try {
    const headers = { "X-Requested-With": "XMLHttpRequest" }
    const response = await fetch(form.action, { method: "POST", body: data, headers })
    if (response.redirected || !response.headers.get("Content-Type")?.startsWith("text/html")) throw new Error()
    if (response.status !== 200 && response.status !== 400) throw new Error()
    here.innerHTML = await response.text()
    here.querySelector(".errorlist + textarea, textarea")?.focus()
  } catch {
    form.querySelectorAll("button").forEach((button) => { button.disabled = false })
    const told = form.querySelector(".told") ?? form.appendChild(document.createElement("p"))
    told.className = "told errornote"
    told.setAttribute("role", "alert")
    told.textContent = "The comment was not posted: the desk does not answer, or you are signed out. It is still here; try again."
  }
})
