// The shader material of everything on the bench: ambient light, window light with shadows, and the projected picture.
import { Color, FrontSide, ShaderMaterial, type Side, type Texture } from 'three'
import type { LightUniforms } from './benchLight.ts'

export type Surface = {
  /** An sRGB colour; multiplied by vertex colours and the map. */
  readonly color?: string
  /** Vertex colours, linear; alpha is the vertex's share of ambient light. */
  readonly vertexColors?: boolean
  /** A texture of sRGB bytes without a colour space, decoded in the shader; alpha is a share of the gloss. */
  readonly map?: Texture
  /** Strength of highlights, 0 (chalk) to 1 (varnish, polished metal). */
  readonly gloss?: number
  /** Metal: reflects the room instead of scattering light. */
  readonly metal?: boolean
  /** Skin: light scatters under the surface and comes out red (a cheap approximation). */
  readonly skin?: boolean
  /** Background: receives neither shadows nor the projected picture. */
  readonly backdrop?: boolean
  readonly side?: Side
}

const vertexShader = /* glsl */ `
  #include <common>
  #include <color_pars_vertex>
  #include <skinning_pars_vertex>
  uniform mat4 sunLookup;
  uniform mat4 throwLookup;
  varying vec3 vWorld;
  varying vec3 vNormal;
  #ifdef SURFACE_MAP
    varying vec2 vMapUv;
  #endif
  #ifndef BACKDROP
    varying vec3 vSun;
    varying vec4 vThrow;
  #endif

  void main() {
    #include <color_vertex>
    #include <beginnormal_vertex>
    #include <skinbase_vertex>
    #include <skinnormal_vertex>
    #include <begin_vertex>
    #include <skinning_vertex>
    mat4 toWorld = modelMatrix;
    #ifdef USE_INSTANCING
      toWorld = modelMatrix * instanceMatrix;
    #endif
    vec4 world = toWorld * vec4(transformed, 1.0);
    vWorld = world.xyz;
    vNormal = normalize(mat3(toWorld) * objectNormal);
    #ifdef SURFACE_MAP
      vMapUv = uv;
    #endif
    #ifndef BACKDROP
      vSun = (sunLookup * vec4(world.xyz + vNormal * 4.0, 1.0)).xyz;
      vThrow = throwLookup * world;
    #endif
    gl_Position = projectionMatrix * viewMatrix * world;
  }`

const fragmentShader = /* glsl */ `
  #include <common>
  uniform vec3 color;
  uniform float gloss;
  uniform vec3 sunDirection;
  uniform vec3 sunColor;
  uniform vec3 skyColor;
  uniform vec3 groundColor;
  uniform highp sampler2DShadow sunDepth;
  uniform highp sampler2DShadow throwDepth;
  uniform sampler2D throwPicture;
  uniform vec3 throwPosition;
  uniform float throwStrength;
  uniform float throwBlack;
  uniform bool throwIsCoded;
  uniform float exposure;
  uniform float shoulder;
  #ifdef SURFACE_MAP
    uniform sampler2D map;
    varying vec2 vMapUv;
  #endif
  #if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR )
    varying vec4 vColor;
  #endif
  varying vec3 vWorld;
  varying vec3 vNormal;

  // sRGB's curves by polynomial and roots (I. Taylor, "sRGB approximations for HLSL", 2012): powers, and textures that the driver
  // decodes, cost several times as much without a graphics card.
  vec3 decoded(vec3 level) {
    return level * (level * (level * 0.305306011 + 0.682171111) + 0.012522878);
  }
  vec3 encoded(vec3 light) {
    vec3 a = sqrt(clamp(light, 0.0, 1.0));
    vec3 b = sqrt(a);
    return 0.585122381 * a + 0.783140355 * b - 0.368262736 * sqrt(b);
  }

  #ifndef BACKDROP
    varying vec3 vSun;
    varying vec4 vThrow;

    // Beyond the shadows' map everything is lit.
    float sunlit() {
      vec2 off = abs(vSun.xy - 0.5);
      return max(off.x, off.y) > 0.5 ? 1.0 : texture(sunDepth, vSun);
    }

    // Most of a projected picture is black: there, neither shadow nor distance is worked out.
    vec3 thrownOn(vec3 n) {
      vec2 beam = vThrow.xy / vThrow.w;
      vec2 off = abs(beam - 0.5);
      if (max(off.x, off.y) > 0.5) return vec3(0.0);
      vec3 picture = textureLod(throwPicture, beam, 0.0).rgb;
      if (picture.r + picture.g + picture.b < 0.02) return vec3(throwBlack);
      if (throwIsCoded) picture = decoded(picture);
      vec3 toLamp = throwPosition - vWorld;
      float squared = dot(toLamp, toLamp);
      float facing = max(dot(n, toLamp) * inversesqrt(squared), 0.0);
      // Some 3 mm of play, more where light grazes, so that no surface shades itself.
      float play = 1.2e-4 + 3e-4 * (1.0 - facing);
      return picture * (facing * throwStrength / squared * texture(throwDepth, vec3(beam, vThrow.z / vThrow.w - play)));
    }
  #endif

  void main() {
    vec3 albedo = color;
    float openness = 1.0;
    float shine = gloss;
    #ifdef SURFACE_MAP
      vec4 painted = texture(map, vMapUv);
      albedo *= decoded(painted.rgb);
      shine *= painted.a;
    #endif
    #if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR )
      albedo *= vColor.rgb;
      openness = vColor.a;
    #endif
    vec3 n = normalize(vNormal);
    #ifdef TWO_SIDED
      if (!gl_FrontFacing) n = -n;
    #endif
    vec3 room = mix(groundColor, skyColor, 0.5 + 0.5 * n.z) * openness;

    #ifdef BACKDROP
      vec3 seen = 1.2 * albedo * (room + sunColor * (0.25 + 0.35 * max(dot(n, sunDirection), 0.0)) * openness);
    #else
      float facing = dot(n, sunDirection);
      vec3 window = sunColor * (facing > -0.4 ? sunlit() : 0.0) * (0.45 + 0.55 * openness);
      vec3 thrown = thrownOn(n);
      #ifdef SKIN
        // Between fingers and towards outlines the room's light is hidden by the hand itself.
        vec3 toEye = normalize(cameraPosition - vWorld);
        room *= 0.45 + 0.55 * smoothstep(0.05, 0.7, dot(n, toEye));
        vec3 wrap = vec3(0.42, 0.16, 0.1);
        vec3 scattered = max((facing + wrap) / ((1.0 + wrap) * (1.0 + 0.5 * wrap)), 0.0);
      #else
        float scattered = max(facing, 0.0);
      #endif
      vec3 seen = albedo * (room + window * scattered + thrown);
      #ifdef GLOSSY
        #ifndef SKIN
          vec3 toEye = normalize(cameraPosition - vWorld);
        #endif
        float glint = max(dot(n, normalize(sunDirection + toEye)), 0.0);
        glint *= glint;
        glint *= glint;
        glint *= glint;
        float rim = 1.0 - max(dot(n, toEye), 0.0);
        #ifdef METAL
          vec3 mirrored = reflect(-toEye, n);
          vec3 around = mix(groundColor * 0.5, skyColor * 1.5, smoothstep(-0.35, 0.75, mirrored.z)) * openness;
          around += sunColor * 0.5 * smoothstep(0.55, 0.95, dot(mirrored, sunDirection));
          glint *= glint * glint;
          seen = albedo * (0.9 * around + 0.3 * (room + window * scattered) + 0.8 * thrown) + window * (2.0 * shine * glint * glint);
        #else
          rim *= rim;
          #ifdef SKIN
            glint *= 0.3;
          #else
            glint *= 0.5 * glint;
          #endif
          seen += room * (shine * (0.04 + 0.5 * rim * rim)) + window * (shine * glint);
        #endif
      #endif
    #endif
    gl_FragColor = vec4(encoded(exposure * seen / (1.0 + shoulder * seen)), 1.0);
  }`

/** Returns a function that makes materials; all of them share the same lights. */
export function createMaterialMaker(lights: LightUniforms): (surface: Surface) => ShaderMaterial {
  return (surface) =>
    new ShaderMaterial({
      vertexShader,
      fragmentShader,
      toneMapped: false,
      vertexColors: surface.vertexColors ?? false,
      side: surface.side ?? FrontSide,
      defines: {
        ...(surface.map ? { SURFACE_MAP: '' } : {}),
        ...(surface.gloss || surface.metal ? { GLOSSY: '' } : {}),
        ...(surface.metal ? { METAL: '' } : {}),
        ...(surface.skin ? { SKIN: '' } : {}),
        ...(surface.backdrop ? { BACKDROP: '' } : {}),
        ...(surface.side === undefined || surface.side === FrontSide ? {} : { TWO_SIDED: '' }),
      },
      uniforms: {
        ...lights,
        color: { value: new Color(surface.color ?? '#ffffff') },
        gloss: { value: surface.gloss ?? 0 },
        map: { value: surface.map ?? null },
      },
    })
}

export type MakeMaterial = ReturnType<typeof createMaterialMaker>
