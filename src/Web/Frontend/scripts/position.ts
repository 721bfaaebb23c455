// Where the phone is, as long as its owner allows it.

/** Why there is no position: it was refused, or it cannot be found out. */
export type NoPosition = "denied" | "unknown";

export function askPosition(): Promise<GeolocationCoordinates> {
  return new Promise((tell, refuse: (why: NoPosition) => void) => {
    if (navigator.geolocation === undefined) {
      refuse("unknown");
      return;
    }
    navigator.geolocation.getCurrentPosition(
      found => tell(found.coords),
      problem => refuse(problem.code === problem.PERMISSION_DENIED ? "denied" : "unknown"),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 });
  });
}
