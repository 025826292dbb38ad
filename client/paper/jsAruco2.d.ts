/** What we use of js-aruco2, which brings no types. */
declare module 'js-aruco2' {
  interface ArucoMarker {
    readonly id: number;
    /** From the mark's own upper left corner, the way a clock goes. */
    readonly corners: readonly { readonly x: number; readonly y: number }[];
  }
  interface ArucoDetector {
    detectImage(width: number, height: number, data: Uint8ClampedArray): readonly ArucoMarker[];
  }
  interface ArucoDictionary {
    /** Of each mark its squares as '0' and '1', line by line; '1' is white. */
    readonly codeList: readonly (readonly string[] | string)[];
  }
  const aruco: {
    readonly AR: {
      readonly Detector: new (config: { dictionaryName: string; maxHammingDistance?: number }) => ArucoDetector;
      readonly Dictionary: new (name: string) => ArucoDictionary;
    };
  };
  export default aruco;
}
