/** Tests that keep files from the page. */

/** Browsers report on the console what they could not fetch; anything else that went wrong is a fault. */
export function forgetFailedRequests(faults: string[]): void {
  const others = faults.filter((fault) => !/^(console|request|404):|Loading module from/.test(fault));
  faults.splice(0, faults.length, ...others);
}
